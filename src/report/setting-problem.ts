/** What exactly is wrong with a setting. */
export type SettingProblem =
  // SMTP_URI
  | 'no-scheme'
  | 'wrong-scheme'
  | 'no-host'
  | 'bad-host'
  | 'bad-port'
  | 'scheme-as-host'
  | 'no-brackets'
  | 'text-behind-port'
  | 'text-behind-uri'
  | 'bad-option'
  | 'quotes-kept'
  | 'cut-in-quotes'
  | 'white-space-kept'
  | 'control-character'
  | 'cut-short'
  | 'bare-percent'
  | 'trailing-punctuation'
  | 'user-without-password'
  | 'password-without-user'
  // SMTP_SENDER, --to
  | 'no-address'
  | 'uri-as-sender'
  | 'several-addresses'
  | 'bad-address'
  // env files
  | 'not-found'
  | 'no-permission'
  | 'is-a-folder'
  | 'too-large'
  | 'binary'
  | 'unreadable'
  // what the reader of an env file or a compose file refuses
  | 'no-name'
  | 'bad-name'
  | 'quote-not-closed'
  | 'bad-interpolation'
  | 'required-variable'
  | 'bad-yaml'
  | 'text-behind-quote'
  // what other readers of env files refuse
  | 'not-utf8'
  | 'line-too-long'
  | 'name-twice'
  | 'bad-shell'
  // what Compose refuses in a compose file
  | 'bad-structure'
  | 'bad-entry'
  | 'space-in-name'
  | 'unknown-key'
  | 'unknown-format'
  | 'unknown-service'
  | 'several-services'
  | 'no-image'
  | 'file-missing'
  | 'circle'
  // what Kubernetes refuses in a manifest
  | 'stray-yaml'
  | 'bad-base64'
  | 'not-text'
  | 'key-missing';

/** A value that was needed and not given. */
export type MissingValue = 'uri' | 'sender' | 'recipient';
