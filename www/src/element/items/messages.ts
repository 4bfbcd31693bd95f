// The words of a load of items, in English and Spanish. Loaded with it.
import type { Message } from '../../i18n/messages.ts';

const en = {
  fetching: 'Fetching the data…',
  reading: 'Reading the data…',
  showing: 'Showing {n} items…',
  items: { one: '{n} item', other: '{n} items' },
  bytes: '{done} of {total}',
  rate: '{rate} a second',
  left: 'about {time} left',
  seconds: '{n} s',
  minutes: '{n} min',
  stop: 'Stop',
  stopAsk: 'Stop here?',
  keep: { one: 'Keep the {n} item', other: 'Keep the {n} items' },
  drop: 'Drop them',
  goOn: 'Go on',
} as const satisfies Record<string, Message>;

export type LoadKey = keyof typeof en;

const es: Record<LoadKey, Message> = {
  fetching: 'Descargando los datos…',
  reading: 'Leyendo los datos…',
  showing: 'Mostrando {n} entradas…',
  items: { one: '{n} entrada', other: '{n} entradas' },
  bytes: '{done} de {total}',
  rate: '{rate} por segundo',
  left: 'quedan unos {time}',
  seconds: '{n} s',
  minutes: '{n} min',
  stop: 'Detener',
  stopAsk: '¿Detener aquí?',
  keep: { one: 'Conservar la entrada', other: 'Conservar las {n} entradas' },
  drop: 'Descartarlas',
  goOn: 'Seguir',
};

export const LOAD_WORDS: Record<string, Record<LoadKey, Message>> = { en, es };
