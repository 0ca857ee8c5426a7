#!/usr/bin/env node
const { LC_ALL, LC_MESSAGES, LANG } = process.env; // A Node that is too old, up from 10, must be able to read this.
const isZh = /^zh|,--lang[=,]zh/i.test(`${[LC_ALL || LC_MESSAGES || LANG, process.argv]}`);
const words = `tailchat ${isZh ? '需要' : 'needs'} Node.js 18.18.0 ${isZh ? '或更高版本，现在是' : 'or later; this is'} ${process.version}${isZh ? '。' : '.'}\n`;
const isOld = /^(?:\d|1[0-7]|18\.(?:\d|1[0-7]))\./.test(process.versions.node);
if (isOld) process.stderr.write(words, () => process.exit(78));
else require('../dist/start.cjs').start(process, require, __dirname);
