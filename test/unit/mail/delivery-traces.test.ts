import { expect, it } from 'vitest';
import { hasDeliveryTraces } from '../../../src/mail/delivery-traces.js';
import { readFields } from '../../../src/mail/header-fields.js';

const SUBMITTED =
  'Received: from [192.0.2.1] by mail.example.com with ESMTPSA id x; Sat, 28 Nov 2026 09:00:00 +0000';
const PLAIN =
  'Received: from pc by mail.example.com with Microsoft SMTP Server id 15.1; Sat, 28 Nov 2026 09:00:00 +0000';
const OWN = 'From: me@example.com\nTo: me@example.com\nSubject: hi';

it.each<[string, string[], boolean]>([
  ['nothing, as in the copy of a program', [], false],
  ['the line of the server that took it', [SUBMITTED], false],
  ['the same, of a server that does not tell of the login', [PLAIN], false],
  [
    'the same with Return-Path, as Gmail keeps it',
    ['Return-Path: <me@example.com>', SUBMITTED],
    false,
  ],
  [
    'the signature of the server that sends',
    ['Authentication-Results: mail.example.com; auth=pass smtp.auth=me; dkim=pass', SUBMITTED],
    false,
  ],
  [
    'Return-Path, behind a server that did not log it in',
    ['Return-Path: <me@example.com>', PLAIN],
    true,
  ],
  ['Delivered-To', ['Delivered-To: me@example.com', SUBMITTED], true],
  ['Envelope-To', ['Envelope-to: me@example.com', SUBMITTED], true],
  [
    'a station that puts it into the mailbox',
    [SUBMITTED.replace('ESMTPSA', 'LMTP'), SUBMITTED],
    true,
  ],
  [
    'the judgement of a receiver',
    ['Authentication-Results: mx.example.org; spf=pass', SUBMITTED],
    true,
  ],
  [
    'the station of another operator',
    [
      'Received: from mail.example.com by mx.example.org with ESMTPS id y; Sat, 28 Nov 2026',
      SUBMITTED,
    ],
    true,
  ],
])('of a receiver: %s', async (_, lines, expected) => {
  expect(await hasDeliveryTraces(readFields([...lines, OWN].join('\n')))).toBe(expected);
});
