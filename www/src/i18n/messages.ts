// Every word of the element, in English and Spanish. `{name}` is replaced by a value; plural forms by `n`.

/** A text, or its forms by the plural rules of its language. */
export type Message = string | { one: string; other: string };

const en = {
  // The whole
  region: 'Timeline of {title}',
  regionUnnamed: 'Report timeline',
  items: 'Items',
  newestFirst: 'newest first',
  shown: { one: '{n} item shown', other: '{n} items shown' },
  figureHelp:
    'Arrow keys move between items, Shift and arrow keys move in time, plus and minus zoom, 0 shows all, Enter opens.',
  timeline: 'interactive timeline',

  // Toolbar
  filters: 'Filters',
  window: 'Time in view',
  from: 'From',
  to: 'To',
  apply: 'Show',
  fit: 'Show all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  allCountries: 'All countries',
  allOutlets: 'All outlets',
  allLanguages: 'All languages',
  allSections: 'All sections',
  allKinds: 'All kinds',
  countries: 'Countries',
  outlets: 'Outlets',
  languages: 'Languages',
  sections: 'Sections',
  kinds: 'Kinds',
  andMore: '{first} +{n}',
  search: 'Find in this list',
  clear: 'Clear',
  clearFilters: 'Clear filters',
  onlyDates: 'Only {range}',
  onlyText: '“{text}”',
  onlyStateMedia: 'State media only',
  noStateMedia: 'Without state media',
  remove: 'Remove filter: {label}',
  wheelHint: 'Hold Ctrl to zoom with the wheel',

  // Overview
  windowStart: 'Start of the time in view',
  windowEnd: 'End of the time in view',

  // List
  noDate: 'No date ({n})',
  earlier: 'Show more items',
  later: 'Show newer items',
  stateMedia: 'state media',
  inferredSection: 'untitled in the report',

  // Tooltip and detail
  showInReport: 'Show in report',
  back: 'Back',
  backToItems: 'Back to the items',
  backToPicture: 'Back to the picture',
  close: 'Close',
  undated: 'No date',
  openLink: 'Open link',
  whyDate: 'Date',
  datesInText: 'Dates in the text',
  whySection: 'Section',
  whyCountries: 'Countries',
  whySource: 'Source',
  line: 'line {n}',
  by: 'by {name}',
  asWritten: 'written “{expression}”',
  noCountry: 'No country is named.',
  language: 'Language',
  kind: 'Kind',
  reportText: 'The report’s text',
  textCut: 'Only the part around this item is shown.',
  itemsHere: { one: '{n} item', other: '{n} items' },
  clickToFilter: 'Click to filter',
  clickToOpen: 'Click to open',
  moreCountries: 'Click to show or hide the rest',

  // Kinds
  kindReport: { one: 'report', other: 'reports' },
  kindAction: { one: 'action', other: 'actions' },
  kindReading: { one: 'must-read', other: 'must-reads' },
  kindQuote: { one: 'quote', other: 'quotes' },
  kindPassage: { one: 'passage', other: 'passages' },

  // Confidence
  certain: 'Everything is written in the text.',
  inferred: 'A part follows from a stated rule.',
  doubtful: 'A part contradicts another, or could be read in two ways.',

  // Foot
  footDated: '{dated} of {items} dated',
  footUndated: '{n} undated ({kinds})',
  footAllDated: 'all {items} dated',
  footStateMedia: 'state media {n} of {of} ({share})',
  footStateMediaLimit: 'state media {n} of {of} ({share}, the report states at most {limit})',
  footYears: 'years inferred from {date}',
  footNoReference: 'nothing proves a year',

  // States
  emptyTitle: 'No report yet',
  emptyText: 'Give a report by src, by its text between the tags, or by load().',
  loading: 'Reading the report…',
  fetching: 'Fetching the report…',
  cancel: 'Cancel',
  nothingFound: 'No items found',
  nothingFoundText: 'The text was read, but nothing in it looks like a dated or listed statement.',
  noDatesText: 'None of the items has a date, so there is nothing to draw. They are listed all the same.',
  nothingMatches: 'Nothing matches',
  nothingMatchesText: 'No item passes all filters. Lift one of them:',
  nothingInWindow: 'Nothing in this time',
  nothingInWindowText: '{n} items lie before or after.',
  failedTitle: 'This report cannot be shown',
  failedKept: 'The text is kept:',
  dismiss: 'Dismiss',
} as const satisfies Record<string, Message>;

export type Key = keyof typeof en;
export type Catalogue = Record<Key, Message>;

const es: Catalogue = {
  region: 'Cronología de {title}',
  regionUnnamed: 'Cronología del informe',
  items: 'Entradas',
  newestFirst: 'las más recientes primero',
  shown: { one: '{n} entrada visible', other: '{n} entradas visibles' },
  figureHelp:
    'Las flechas pasan de una entrada a otra, Mayús y flechas mueven el tiempo, más y menos acercan y alejan, 0 muestra todo, Intro abre.',
  timeline: 'cronología interactiva',

  filters: 'Filtros',
  window: 'Periodo visible',
  from: 'Desde',
  to: 'Hasta',
  apply: 'Mostrar',
  fit: 'Mostrar todo',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  allCountries: 'Todos los países',
  allOutlets: 'Todos los medios',
  allLanguages: 'Todos los idiomas',
  allSections: 'Todas las secciones',
  allKinds: 'Todos los tipos',
  countries: 'Países',
  outlets: 'Medios',
  languages: 'Idiomas',
  sections: 'Secciones',
  kinds: 'Tipos',
  andMore: '{first} +{n}',
  search: 'Buscar en esta lista',
  clear: 'Quitar',
  clearFilters: 'Quitar filtros',
  onlyDates: 'Solo {range}',
  onlyText: '«{text}»',
  onlyStateMedia: 'Solo medios estatales',
  noStateMedia: 'Sin medios estatales',
  remove: 'Quitar el filtro: {label}',
  wheelHint: 'Mantenga Ctrl para acercar con la rueda',

  windowStart: 'Inicio del periodo visible',
  windowEnd: 'Fin del periodo visible',

  noDate: 'Sin fecha ({n})',
  earlier: 'Mostrar más entradas',
  later: 'Mostrar entradas más recientes',
  stateMedia: 'medio estatal',
  inferredSection: 'sin título en el informe',

  showInReport: 'Ver en el informe',
  back: 'Volver',
  backToItems: 'Volver a las entradas',
  backToPicture: 'Volver al gráfico',
  close: 'Cerrar',
  undated: 'Sin fecha',
  openLink: 'Abrir el enlace',
  whyDate: 'Fecha',
  datesInText: 'Fechas en el texto',
  whySection: 'Sección',
  whyCountries: 'Países',
  whySource: 'Fuente',
  line: 'línea {n}',
  by: 'por {name}',
  asWritten: 'escrito «{expression}»',
  noCountry: 'No se nombra ningún país.',
  language: 'Idioma',
  kind: 'Tipo',
  reportText: 'El texto del informe',
  textCut: 'Solo se muestra la parte alrededor de esta entrada.',
  itemsHere: { one: '{n} entrada', other: '{n} entradas' },
  clickToFilter: 'Pulse para filtrar',
  clickToOpen: 'Pulse para abrir',
  moreCountries: 'Pulse para mostrar u ocultar el resto',

  kindReport: { one: 'noticia', other: 'noticias' },
  kindAction: { one: 'medida', other: 'medidas' },
  kindReading: { one: 'lectura recomendada', other: 'lecturas recomendadas' },
  kindQuote: { one: 'cita', other: 'citas' },
  kindPassage: { one: 'pasaje', other: 'pasajes' },

  certain: 'Todo está escrito en el texto.',
  inferred: 'Una parte se sigue de una regla indicada.',
  doubtful: 'Una parte contradice a otra o admite dos lecturas.',

  footDated: '{dated} de {items} con fecha',
  footUndated: '{n} sin fecha ({kinds})',
  footAllDated: 'todas ({items}) con fecha',
  footStateMedia: 'medios estatales {n} de {of} ({share})',
  footStateMediaLimit: 'medios estatales {n} de {of} ({share}; el informe declara un máximo de {limit})',
  footYears: 'años inferidos a partir del {date}',
  footNoReference: 'nada prueba un año',

  emptyTitle: 'Todavía no hay informe',
  emptyText: 'Dé un informe con src, con su texto entre las etiquetas o con load().',
  loading: 'Leyendo el informe…',
  fetching: 'Descargando el informe…',
  cancel: 'Cancelar',
  nothingFound: 'No se encontró ninguna entrada',
  nothingFoundText: 'El texto se leyó, pero nada en él parece una noticia con fecha o en lista.',
  noDatesText: 'Ninguna entrada tiene fecha, así que no hay nada que dibujar. Aun así, aparecen en la lista.',
  nothingMatches: 'Nada coincide',
  nothingMatchesText: 'Ninguna entrada pasa todos los filtros. Quite alguno:',
  nothingInWindow: 'Nada en este periodo',
  nothingInWindowText: '{n} entradas quedan antes o después.',
  failedTitle: 'Este informe no se puede mostrar',
  failedKept: 'El texto se conserva:',
  dismiss: 'Descartar',
};

const CATALOGUES: Record<string, Catalogue> = { en, es };

/** The words of a language; English where we have none. */
export function catalogue(tag: string): Catalogue {
  return CATALOGUES[tag.toLowerCase().split('-')[0] ?? 'en'] ?? en;
}
