/** The usual form of a variable's name. */
const SHORT_NAME = /^[A-Z][A-Z\d_]*$/;

/** Words that names of variables for mail are made of. */
const WORDS = new Set(
  [
    'SMTP SMTPS MAIL EMAIL MAILER MAILBOX RELAY TAILCHAT APP SERVER HOST HOSTNAME PORT DOMAIN SERVICE PROVIDER DEFAULT',
    'URI URL DSN CONNECTION ADDRESS SENDER FROM NOREPLY REPLY TO USER USERNAME LOGIN ACCOUNT NAME ID MY OUR OUT OUTGOING',
    'PASS PASSWORD PASSWD PWD PW SECRET TOKEN KEY API AUTH CODE CRED CREDENTIAL CREDENTIALS ENV VAR VALUE CONFIG SETTING',
    'SMTPURI SMTPURL SMTPUSER SMTPPASS SMTPPASSWORD MAILURI MAILURL MAILUSER MAILPASS MAILPASSWORD MAILFROM',
  ].flatMap((line) => line.split(' ')),
);
/** A number behind such words, as in `MAIL_URI_2`. */
const NUMBER = /^\d{1,2}$/;
/** A name in braces that is shorter tells nothing of a password. */
const FEWEST_TELLING = 6;

/** A name in a value that nothing sets. */
export interface UnsetName {
  name: string;
  /** It is written as `${NAME}`, or as `$(NAME)`. */
  isBraced: boolean;
}

/**
 * The first of the names in a value that may be shown. Behind a dollar sign of a password follows the rest of the password. So a
 * name counts only where each of its words is one of settings, and without braces it needs two.
 */
export function shownName(names: readonly UnsetName[]): string | undefined {
  return names.find(isOfSettings)?.name;
}

function isOfSettings({ name, isBraced }: UnsetName): boolean {
  if (isBraced && name.length < FEWEST_TELLING && SHORT_NAME.test(name)) return true;
  const words = name.split('_');
  const [first = ''] = words;
  const isMade = WORDS.has(first) && words.every((word) => WORDS.has(word) || NUMBER.test(word));
  return isMade && (isBraced || words.length > 1);
}
