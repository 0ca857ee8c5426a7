import { isUtf8 } from 'node:buffer';

/** Two characters of GB2312 or more: each has two bytes, both of them from here. */
const BYTES_OF_WORDS = /[\x80-\xff]{4,}/g;
/** GB2312's punctuation and its first level, by pinyin. Sentences consist of these characters. */
const COMMON_CHINESE = /[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]/g;
const LEAST_COMMON = 0.7;

/**
 * Mends a text in which each byte was taken for a character. Nodemailer hands over text that is no UTF-8 like this. RFC 5321
 * gives replies no character set, and Chinese servers write theirs in GB18030. Logs contain such text, too. A text that is
 * neither UTF-8 nor Chinese stays as it is.
 */
export function decodeReplyText(text: string): string {
  return text.replace(BYTES_OF_WORDS, (run) => {
    const bytes = Buffer.from(run, 'latin1');
    return decodeUtf8(bytes) ?? decodeChinese(run, bytes) ?? run;
  });
}

/** Reads bytes of an unknown character set: UTF-8, else GB18030 where that is Chinese, else Latin-1. */
export function decodeUnknownBytes(bytes: Uint8Array): string {
  const read = bytesOf(bytes);
  return decodeUtf8(read) ?? decodeReplyText(read.toString('latin1'));
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

// This is many times as fast as a decoder for each line of a log.
function decodeUtf8(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString().replace(/^\ufeff/, '') : undefined;
}

// Nearly any bytes are some characters of GB18030, so only common characters count.
function decodeChinese(run: string, bytes: Uint8Array): string | undefined {
  const common = run.match(COMMON_CHINESE)?.length ?? 0;
  return (2 * common) / run.length >= LEAST_COMMON ? decodeGb18030(bytes) : undefined;
}

function decodeGb18030(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
