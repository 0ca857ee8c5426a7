#!/usr/bin/env node
// A Node that is too old must be able to read this, from 10 on. Newer ones keep what they have compiled.
const isZh = /^zh|,--lang[=,]zh/i.test(
  `${[process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG, process.argv]}`,
);
const words = `tailchat ${isZh ? '需要' : 'needs'} Node.js 18.18.0 ${isZh ? '或更高版本，现在是' : 'or later; this is'} ${process.version}${isZh ? '。' : '.'}\n`;
const isOld = /^(?:\d|1[0-7]|18\.(?:\d|1[0-7]))\./.test(process.versions.node);
((process.getBuiltinModule || Object)('module').enableCompileCache || Boolean)();
if (isOld) process.stderr.write(words, () => process.exit(78));
else import('../dist/cli.js');
