import { expect, test } from 'vitest';
import { snippet } from './snippet.ts';

const plain = { src: 'report.txt', referenceDate: null, theme: 'auto' } as const;

test('only what differs from the defaults is written', () => {
  expect(snippet(plain)).toBe(
    '<script type="module" src="dateline-viewer.js"></script>\n<dateline-viewer src="report.txt"></dateline-viewer>\n',
  );
  expect(snippet({ ...plain, referenceDate: '2021-01-15', theme: 'dark', from: '2020-12-01', to: '2021-01-14' })).toContain(
    '<dateline-viewer src="report.txt" reference-date="2021-01-15" theme="dark" from="2020-12-01" to="2021-01-14">',
  );
});

test('the text of a report never becomes markup', () => {
  const text = 'a & b </dateline-viewer><script>alert("1")</script>';
  const made = snippet({ ...plain, text });
  expect(made).toContain('\na &amp; b &lt;/dateline-viewer&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\n');
  expect(made.match(/<script/g)).toHaveLength(1);
  expect(made).not.toContain('src="report.txt"');
});

test('an attribute cannot be left by its value', () => {
  expect(snippet({ ...plain, src: '" onclick="x' })).toContain('src="&quot; onclick=&quot;x"');
});
