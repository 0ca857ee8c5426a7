/** Words of Taiwan and Hong Kong for what servers speak of, and their mainland forms (Microsoft's terminology of both). */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/伺服器|主機/g, '服务器'],
  [/(?:寄|發)件[者人]|寄信[者人]|發信[者人]/g, '发件人'],
  [/收件[者人]|收信[者人]/g, '收件人'],
  [/使用者/g, '用户'],
  [/登入/g, '登录'],
  [/網域(?:名稱)?|網址網域/g, '域名'],
  [/位址/g, '地址'],
  [/信箱/g, '邮箱'],
  [/連線/g, '连接'],
  [/轉寄/g, '转发'],
  [/寄信/g, '发信'],
  [/封鎖/g, '屏蔽'],
];

const TRADITIONAL =
  '帳號郵錄證驗權頻後試無處滿絕轉發數過碼錯誤請連線網機員級單內圍檢實關閉開啟設戶為對會場報從來個這時間無應該與達額額測體長認見覺話語讀許訪問題門';
const SIMPLIFIED =
  '帐号邮录证验权频后试无处满绝转发数过码错误请连线网机员级单内围检实关闭开启设户为对会场报从来个这时间无应该与达额额测体长认见觉话语读许访问题门';

const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Array.from(TRADITIONAL, (character, index) => [character, SIMPLIFIED[index] ?? character]),
);
const ANY = new RegExp(`[${TRADITIONAL}址件收使伺主寄封]`);
/** Japanese has the same characters, and its own rules. */
const KANA = /[\u3040-\u30ff]/;
const EACH = new RegExp(`[${TRADITIONAL}]`, 'g');

/** A server's words in the mainland's form, which the rules know. Other texts stay as they are. */
export function toSimplified(text: string): string {
  if (!ANY.test(text) || KANA.test(text)) return text;
  const words = WORDS.reduce((said, [word, same]) => said.replace(word, same), text);
  return words.replace(EACH, (character) => CHARACTERS.get(character) ?? character);
}
