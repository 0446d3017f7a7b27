import { expect, test } from 'vitest';
import { isScreen } from './screens';

test.each(['/', '/ghi', '/buoi/7d9f0c3e-0000-4000-8000-000000000001/sua', '/moi/ABCD-EFGH-JKMN', '/tai-lieu/e-dongthap'])('%s is a screen of the phone app', (path) => {
  expect(isScreen(path)).toBe(true);
});

test.each(['/api/v1/reports/rollup', '/API/v1/auth/me', '/van-phong', '/van-phong/xet-duyet', '/healthz', '/readyz', '/metrics', '/sw.js', '/icons/512.png', '/assets/x'])(
  '%s is none',
  (path) => {
    expect(isScreen(path)).toBe(false);
  },
);
