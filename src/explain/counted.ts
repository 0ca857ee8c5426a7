/** Units of a count, which is no reply: `took 550 ms`. */
export const UNITS =
  '(?:m?s|sec(?:onds?)?|milliseconds?|min(?:utes?)?|hours?|days?|times|bytes?|[kKMG]i?B|of|rows|items|messages|e?-?mails|users|files|changes|requests|connections' +
  '|px|pixels?|points?|pts|percent|people|members|clients|lines|words|characters|pages|records|entries|objects|events|jobs|tasks|packets|tests|results|matches' +
  '|online|active|more|left|in total|kg|km|mm|cm|rpm|fps|dpi|dollars|euros?|USD|EUR|CNY|RMB)\\b';

/**
 * The same in Chinese: `发了 550 封邮件`. Each is left out before the signs with which it begins another word that a server says.
 */
export const MEASURES =
  '[多余几]?(?:个(?![人别])|個(?!人)|封(?![禁锁鎖杀停闭号])|台(?![湾灣])|条(?!件|款)|條(?!件)|次(?!序)|元|位(?![置址于])|名(?:用户|员工|学生|成员|同事|人)|人(?![工为机])|天(?!然)|小时|个?月|分钟|秒|块(?:钱)?|份(?!额)|页(?!面)|万|千|百|倍|家|篇|遍|行(?!为)|美元|人民币|[兆字]节)';
