import { expect, test } from './fixtures/test';

const NOBODY = '00000000-0000-7000-8000-000000000000';

test('an address with nothing at it is answered to the end, every time', async ({ administrator: page }) => {
  for (const address of [`/jobs/${NOBODY}`, '/queues/nowhere', `/workers/${NOBODY}`]) {
    for (let time = 0; time < 15; time++) {
      const answer = await page.request.get(address, { timeout: 30_000 });
      expect(await answer.text()).toContain('</html>');
    }
  }
});
