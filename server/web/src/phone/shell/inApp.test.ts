import { expect, test } from 'vitest';
import { chromeAddress, inAppOf } from './inApp';

const ANDROID = 'Mozilla/5.0 (Linux; Android 9; CPH1923 Build/PKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.144 Mobile Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

test.each([
  [`${ANDROID} Zalo android/12100625 ZaloTheme/light ZaloLanguage/vi`, { app: 'Zalo', system: 'android' }],
  [`${IPHONE} Zalo iOS/502 ZaloTheme/light ZaloLanguage/vn`, { app: 'Zalo', system: 'ios' }],
  [`${ANDROID} [FB_IAB/FB4A;FBAV/443.0.0.23.229;]`, { app: 'Facebook', system: 'android' }],
  [`${IPHONE} [FBAN/FBIOS;FBAV/443.0.0.44.114;FBDV/iPhone12,1]`, { app: 'Facebook', system: 'ios' }],
  [ANDROID.replace('; wv', '').replace('Version/4.0 ', ''), null],
  [`${IPHONE.replace('Mobile', 'Version/17.2 Mobile')} Safari/604.1`, null],
])('%s', (agent, found) => {
  expect(inAppOf(agent)).toEqual(found);
});

test('the invitation goes along to Chrome', () => {
  expect(chromeAddress('https://nhatky.dongthap.example/moi/ABCD-EFGH-JKMN?tu=to')).toBe(
    'intent://nhatky.dongthap.example/moi/ABCD-EFGH-JKMN?tu=to#Intent;scheme=https;package=com.android.chrome;' +
      'S.browser_fallback_url=https%3A%2F%2Fnhatky.dongthap.example%2Fmoi%2FABCD-EFGH-JKMN%3Ftu%3Dto;end',
  );
});
