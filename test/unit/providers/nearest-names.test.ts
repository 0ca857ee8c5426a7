import { describe, expect, it } from 'vitest';
import { nearestKnownHost } from '../../../src/providers/known-hosts.js';
import { nearestProvider, searchProviders } from '../../../src/providers/search.js';

describe('a name that is near that of a provider', () => {
  it.each([
    ['me@gmial.com', 'gmail'],
    ['me@gmai.com', 'gmail'],
    ['me@hotmial.com', 'outlook'],
    ['me@sohuu.com', 'sohu'],
  ])('was likely meant to be it: %s', (word, id) => {
    expect(nearestProvider([word])?.id).toBe(id);
  });

  it.each([
    'mail.com',
    'email.com',
    '88.com',
    'tom.com',
    '189.cn',
    '163.net',
    'mail.de',
    'eyou.com',
  ])('is a real domain of mail itself: %s', (domain) => {
    expect(searchProviders([`me@${domain}`])).toEqual([]);
    expect(nearestProvider([`me@${domain}`])).toBeUndefined();
    expect(nearestProvider([domain])).toBeUndefined();
    expect(nearestKnownHost(`smtp.${domain}`)).toBeUndefined();
  });

  it('is a host of a provider, misspelt', () => {
    expect(nearestKnownHost('smtp.gmial.com')).toBe('smtp.gmail.com');
    expect(nearestKnownHost('smtp.163.co')).toBe('smtp.163.com');
  });
});
