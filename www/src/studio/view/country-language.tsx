// The language, beside English and Spanish, in which the report may name countries: a choice of the packs that there are.
import { useEffect, useState } from 'preact/hooks';
import type { Props } from './app.tsx';

export function CountryLanguage({ state: { locale, countryLanguage }, studio }: Props) {
  const [languages, setLanguages] = useState<string[]>([]);
  useEffect(() => {
    void import('../../engine/packs.ts').then(({ PACKS }) => setLanguages(Object.keys(PACKS)));
  }, []);
  if (languages.length === 0) return null;
  const own = studio.viewer.namedIn.find((code) => code !== countryLanguage);
  const none = own ? locale.say('countryLanguageOwn', { name: locale.languageName(own) }) : locale.say('countryLanguageNone');
  const named = languages.map((code) => ({ code, name: locale.languageName(code) })).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <label class="field-label">
      {locale.say('countryLanguage')}
      <select class="field" value={countryLanguage} onChange={(event) => void studio.nameCountriesIn(event.currentTarget.value)}>
        <option value="">{none}</option>
        {named.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
      </select>
    </label>
  );
}
