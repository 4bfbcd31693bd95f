import { expect, test } from 'vitest';
import { titleCase } from './title-case.ts';

test.each([
  ['VRIC MONITOR', 'VRIC Monitor'],
  ['CORRIDOR MONITOR', 'Corridor Monitor'],
  ['REPORT OF THE EU ON G20', 'Report of the EU on G20'],
  ['EL OBSERVATORIO DE LA UE', 'El Observatorio de la UE'],
  ['THE LATIN AMERICA BRIEF', 'The Latin America Brief'],
  ['NATO/FSB WATCH', 'NATO/FSB Watch'],
  ['IRAN’S REACH', 'Iran’s Reach'],
  ['ÁFRICA HOY', 'África Hoy'],
  ['ДОКЛАД', 'Доклад'],
  ['Already Fine WITH CAPITALS', 'Already Fine WITH CAPITALS'],
  ['123', '123'],
  ['', ''],
])('%s is shown as %s', (printed, shown) => {
  expect(titleCase(printed)).toBe(shown);
});
