// Every word of the studio page, here in English; the mechanism is that of `messages.ts`.
import type { Message } from './messages.ts';
import { es } from './studio-messages-es.ts';

const en = {
  // Header
  period: 'reports {range}',
  search: { one: 'Search {n} item', other: 'Search {n} items' },
  searchNone: 'Search',
  open: 'Open',
  openMore: 'More ways to open a report',
  openFile: 'Open a file…',
  pasteText: 'Paste text…',
  sample: 'Sample report',
  export: 'Export',
  embed: 'Embed',
  theme: 'Theme',
  help: 'Help',
  menu: 'Menu',
  undo: 'Undo',
  redo: 'Redo',
  tools: 'Tools',
  skip: 'Skip to the report',
  untitled: 'Untitled report',
  pastedName: 'Pasted text',
  number: 'No. {number}',

  // Theme and language
  themeAuto: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  language: 'Language',

  // Reference date
  reference: 'Reference date',
  referenceLine: 'Reference date {date}',
  referenceNone: 'No reference date',
  referenceNoneWhy: 'nothing in the report proves a year',
  referenceShort: 'Ref. {date}',
  basisOption: 'set by you',
  basisPrinted: 'printed',
  basisInferred: 'inferred',
  referenceHelp: 'Dates without a year are read from this day. Another day dates them all anew.',
  referenceSet: 'Change',
  referenceOwn: 'Use the report’s own',
  countryLanguage: 'Countries are also named in',
  countryLanguageNone: 'English and Spanish only',
  countryLanguageOwn: 'English, Spanish, and for this report {name}',
  referenceChanged: 'Reference date changed to {date}',
  referenceRestored: 'Back to the report’s own reference date, {date}',
  referenceRestoredNone: 'Back to the report without a reference date',

  // Opening
  opened: 'Opened {name}',
  replaced: 'Opened {name} in place of {before}',
  undone: 'Back to {name}',
  undoneReference: 'Reference date is {date} again',
  onlyFirst: 'Only the first of {n} files was opened',
  dropHere: 'Drop the report to open it',
  dropKept: 'The one that is open can be brought back by Undo.',
  notOpened: '{name} could not be opened',
  failedAny: 'Something went wrong',
  dismiss: 'Dismiss',

  // Nothing loaded
  welcomeTitle: 'No report yet',
  welcomeText: 'Drop a report, paste its text, or try the sample.',
  privacy: 'The text stays in this browser.',

  // Paste dialog
  pasteTitle: 'Paste a report’s text',
  pasteLabel: 'Text of the report',
  pasteHint: 'Headings, bullets and trailers may stay as they are; nothing needs to be marked.',
  pasteOpen: 'Open text',
  pasteEmpty: 'Paste or write some text first.',
  cancel: 'Cancel',
  close: 'Close',

  // Export dialog
  exportWhat: 'What to export',
  image: 'Image',
  data: 'Data',
  chart: 'Chart',
  chartBoth: 'Both',
  chartTimeline: 'Timeline',
  chartCountries: 'Countries',
  format: 'Format',
  size: 'Size',
  sizeLandscape: 'Landscape, {width} × {height}',
  sizeSocial: 'Social card, {width} × {height}',
  sizeColumn: 'Column, {width} × {height}',
  sizeCustom: 'Other size',
  width: 'Width',
  height: 'Height',
  scale: 'Scale',
  ground: 'Theme',
  range: 'Time',
  rangeWindow: 'In view',
  rangeAll: 'All',
  title: 'Title',
  preview: 'Preview',
  previewOf: 'Preview of the exported image',
  previewMaking: 'Drawing…',
  imageFacts: '{width} × {height} pixels',
  vectorFacts: '{width} × {height}, sharp at any size',
  save: 'Save {format}',
  saved: 'Saved as {name}',
  copyImage: 'Copy image',
  imageCopied: 'The image is in the clipboard',
  scope: 'Items',
  scopeFiltered: { one: '{n} item that passes the filters', other: '{n} items that pass the filters' },
  scopeAll: { one: 'All of them: {n} item', other: 'All of them: {n} items' },
  csvHint: 'One row for each item, for spreadsheets.',
  jsonHint: 'Report, items and remarks, with every reason.',
  corrections: 'Corrections',
  correctionsHelp:
    'Countries that you added to items or took from them. They are kept in this browser with the report, and hold no text: only the ids of items and the codes of countries.',
  correctionsCount: { one: '{n} correction', other: '{n} corrections' },
  correctionsImport: 'Import corrections…',
  correctionsImported: { one: '{n} correction imported', other: '{n} corrections imported' },
  correctionsLost: { one: '{n} kept correction was damaged and is left out', other: '{n} kept corrections were damaged and are left out' },
  correctionsClear: 'Take all back',
  correctionsCleared: 'All corrections are taken back',
  countryAdded: '{name} added to the item',
  countryRemoved: '{name} removed from the item',
  undoneCorrection: 'The corrections are as they were',
  nothingToExport: 'Open a report first; then it can be exported.',

  // Embed dialog
  embedTitle: 'Embed this report',
  embedHow: 'Where the text is',
  embedSrc: 'In a file of its own',
  embedText: 'In the page',
  embedWindow: 'Only the time in view',
  embedCode: 'Code to paste into a page',
  embedSrcHint: 'Put dateline-viewer.js with its assets folder, and the report’s text file, beside the page.',
  embedTextHint: 'The text stays readable where no script runs. Put dateline-viewer.js with its assets folder beside the page.',
  embedTooLong: 'This text is too long to live in a page ({size}). Keep it in a file.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Select the code and copy it by hand.',

  // Help dialog
  helpTitle: 'About Dateline',
  helpWhat:
    'Dateline reads the text of an analyst’s report and shows its dated statements on one time axis: lanes by section above, countries below, the same items in words beside them. Click a lane, a country or a cell to filter; open an item to see where everything came from.',
  helpPrivacyTitle: 'Your text',
  helpPrivacy:
    'The text stays in this browser. It is read on this machine, nothing is sent anywhere, and nothing is kept after the page is closed but the choice of theme, language and keys, and the countries that you corrected: ids of items and codes, no text.',
  helpInferredTitle: 'What is inferred, and how',
  helpInferredYears:
    'Years: a date such as 12-DEC has none. It is read as the latest such day that is not more than a month past the reference date. The reference date is printed in the report, or the latest day that the report itself proves; you can set another.',
  helpInferredAxis:
    'Place: an item lies at its publication date. “Dates in text” above the picture moves each to the first date of what its own text reports; what was still to come is a hollow diamond, and what speaks of no date closes the list.',
  helpInferredSections:
    'Sections: where a heading is lost, the section is named after what its items share, and set in italics.',
  helpInferredCountries: 'Countries: names of countries and of their people in the sentence; the outlet does not count. In an item’s detail you can add and remove countries; the menu of countries counts names alone, or in fractions.',
  helpInferredMedia: 'State media: as the report itself marks it.',
  helpInferredWhy: 'The detail of each item says why.',
  helpKeys: 'Keys',
  keySearch: 'Search',
  keyHelp: 'This help',
  keyUndo: 'Undo, redo',
  keyPaste: 'Open the clipboard’s text or file',
  keyItems: 'Next item, next lane',
  keyTime: 'Move in time',
  keyZoom: 'Zoom in, out, show all',
  keyOpen: 'Open the item',
  keyBack: 'One step back',
  keyFigure: 'In the picture:',
  keySingles: 'Single keys (/ and ?) work outside of fields',
} as const satisfies Record<string, Message>;

export type StudioKey = keyof typeof en;
export type StudioCatalogue = Record<StudioKey, Message>;

const CATALOGUES: Record<string, StudioCatalogue> = { en, es };

/** The studio's words in a language; English where we have none. */
export function studioCatalogue(tag: string): StudioCatalogue {
  return CATALOGUES[tag.toLowerCase().split('-')[0] ?? 'en'] ?? en;
}
