/** Words of programs for a secret, as the source of an expression without flags. The alternatives need brackets around them. */
export const SECRET_WORDS =
  'pass(?:word|wd|phrase|code|wort|wrd|e)?|pwd|psw|kennwort|contraseña|senha|пароль|パスワード|비밀번호|암호|wachtwoord|hasło|heslo|parola|şifre|lösenord|salasana|secret|token|(?:api|access|auth|private|secret|client|smtp)[_-]?key|api[ ]key|auth(?:orization)?[_ -]code';
