// The words of the made-up texts and the names of the dictionaries. Data only.

/** The members and observers of the United Nations, ISO 3166-1 alpha-2: 195. */
export const COUNTRIES = (
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU ' +
  'CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ ' +
  'IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU ' +
  'MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM ' +
  'SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW'
).split(' ');

export const SECTIONS = [
  'Borders', 'Elections', 'Economy', 'Energy', 'Courts', 'Armed forces', 'Health', 'Migration', 'Press', 'Protest',
];

export const LANGUAGES = ['en', 'es', 'fr'];
export const KINDS = ['report', 'action', 'reading', 'quote'];

export const SUBJECTS = [
  'the minister', 'a border patrol', 'el gobierno', 'the central bank', 'la oposición', 'a fishing crew', 'the COURT',
  'une délégation', 'the port authority', 'a trade union', 'el canciller', 'the NAVY', 'le préfet', 'a radio station',
  'the electoral board', 'los pescadores', 'the oil company', 'a naïve witness', 'die Behörde', 'the Senate', 'UN OBSERVADOR',
];

export const VERBS = [
  'announced', 'rejected', 'anunció', 'delayed', 'a signé', 'published', 'denied', 'reopened', 'exigió', 'REVIEWED',
  'suspended', 'a proposé', 'questioned', 'withdrew', 'confirmó', 'extended', 'protested against', 'prüfte',
];

export const OBJECTS = [
  'the maritime boundary', 'a new tariff', 'la frontera común', 'the results of the count', 'le traité de pêche',
  'an emergency decree', 'the export licence', 'las elecciones', 'two patrol boats', 'the price of fuel', 'una comisión',
  'the vaccination plan', 'the CEASEFIRE', 'der Grenzübergang', 'the ruling of the tribunal', 'el préstamo', 'a prisoner swap',
];

export const ENDINGS = ['today', 'again', 'this week', 'ayer', 'despite protests', 'en la capital', 'at night', 'hier soir', 'in São Tomé'];
