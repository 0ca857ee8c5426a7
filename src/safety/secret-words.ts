/** What programs call a secret: as the source of an expression without flags, whose alternatives want brackets around them. */
export const SECRET_WORDS =
  'pass(?:word|wd|phrase|code|wort|wrd|e)?|pwd|psw|kennwort|contraseña|senha|пароль|secret|token|(?:api|access|auth|private|secret|client|smtp)[_-]?key|api[ ]key|auth(?:orization)?[_ -]code';
