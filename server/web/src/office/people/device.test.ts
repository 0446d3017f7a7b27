import { expect, test } from 'vitest';
import { deviceName, isRunning } from './device';

test.each([
  ['Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36', 'Chrome trên Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 Version/17.2 Mobile/15E148 Safari/604.1', 'Safari trên iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/118 Chrome/112 Safari/537.36', 'Cốc Cốc trên Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0', 'Edge trên Windows'],
  ['python-requests/2.31', 'Máy khác'],
  ['', 'Máy khác'],
])('%s', (label, name) => expect(deviceName(label)).toBe(name));

test('a sign-in that is too old to be renewed has ended', () => {
  const now = Date.parse('2026-11-21T00:00:00Z');
  expect(isRunning({ revoked_at: null, last_seen_at: '2026-11-20T00:00:00Z' }, now)).toBe(true);
  expect(isRunning({ revoked_at: null, last_seen_at: '2026-08-01T00:00:00Z' }, now)).toBe(false);
  expect(isRunning({ revoked_at: '2026-11-20T01:00:00Z', last_seen_at: '2026-11-20T00:00:00Z' }, now)).toBe(false);
});
