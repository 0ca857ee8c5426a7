// Does what Tailchat's server does with its settings: `verify()` once, on a transport made of SMTP_URI, then for
// each mail a new transport, which nobody closes. Mail leaves through Moleculer, which waits 10 s for it. Run as
// a process of its own, on Node 18.18.0 where that is at hand; writes what became of it as JSON.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const nodemailer = require('nodemailer-of-the-server');
const { parseConnectionUrl } = require('nodemailer-of-the-server/lib/shared');
const REQUEST_TIMEOUT_MS = 10_000;

const { SMTP_URI: uri, SMTP_SENDER: from, TEST_RECIPIENT: to = 'you@example.com' } = process.env;
process.on('warning', () => {});
const end = (outcome) => {
  process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0));
};
process.on('uncaughtException', (error) =>
  end({ verify: false, mail: false, crash: error.message }),
);

/** What a promise brings within the time, in words. */
async function wordsOf(promise, ms) {
  const late = new Promise((resolve) => setTimeout(resolve, ms, 'RequestTimeoutError').unref());
  const result = promise.then(
    () => '',
    (error) => error.message || 'failed',
  );
  return await Promise.race([result, late]);
}

const createTransport = () => nodemailer.createTransport(parseConnectionUrl(uri));
const outcome = { verify: false, mail: false, words: [] };
try {
  const verified = await wordsOf(createTransport().verify(), 120_000);
  outcome.verify = verified === '';
  const mail = { from, to, subject: 'Tailchat', html: '<p>Your code: 123456</p>' };
  const sent = await wordsOf(createTransport().sendMail(mail), REQUEST_TIMEOUT_MS);
  outcome.mail = sent === '';
  outcome.words = [verified, sent];
} catch (error) {
  outcome.words = [error.message];
}
end(outcome);
