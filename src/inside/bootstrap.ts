import { MARK } from './protocol.js';

/** How often a sign of life is sent in, and how long the inner side waits for one, in milliseconds. */
export const SIGN_OF_LIFE_MS = 1000;
const LONGEST_SILENCE_MS = 15_000;

/**
 * The script for `node -e` in a container, in words that every Node understands. It reads the program and the request from stdin,
 * a line each, and runs them from memory. Nothing is written to a disk. The script ends when stdin ends or falls silent, since
 * the program that asked is gone then. Node 18.18.0 crashes where a script of `-e` imports something later than at once, so a
 * module does it instead. The space behind `import` keeps the build from taking it for one of its own.
 */
export const BOOTSTRAP = `
var say = function (m) { process.stdout.write('\\n${MARK}' + JSON.stringify(m) + '\\n'); };
var v = process.versions.node.split('.');
if (v[0] < 18 || (v[0] == 18 && v[1] < 18)) { say({ tooOld: process.version }); process.exitCode = 78; }
else {
  var modules = import ('data:text/javascript,export const load = function (u) { return import (u); };');
  var text = '', controller, last = Date.now();
  var leave = function () {
    if (controller) controller.abort();
    setTimeout(function () { process.exit(130); }, controller ? 500 : 0);
  };
  var watch = setInterval(function () { if (Date.now() - last > ${LONGEST_SILENCE_MS}) leave(); }, 1000);
  var done = function () { clearInterval(watch); process.stdin.destroy(); };
  process.stdout.on('error', leave);
  process.stdin.setEncoding('utf8');
  process.stdin.on('error', leave).on('end', leave).on('data', function (piece) {
    last = Date.now();
    if (controller) return;
    text += piece;
    var lines = text.split('\\n');
    if (lines.length < 3) return;
    text = '';
    controller = new AbortController();
    modules.then(function (m) {
      return m.load('data:text/javascript;base64,' + lines[0]);
    }).then(function (m) {
      return m.serve(JSON.parse(lines[1]), { env: process.env, versions: process.versions, say: say, signal: controller.signal });
    }).catch(function (e) {
      if (!controller.signal.aborted) say({ bug: String((e && e.stack) || e) });
    }).then(done);
  });
}
`;
