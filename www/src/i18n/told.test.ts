import { describe, expect, test } from 'vitest';
import { loadTold, told } from './told.ts';
import { TOLD } from './told-es.ts';

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('what the engine tells', () => {
  test('stays English for who reads English, and before the words are there', () => {
    expect(told('written in full', 'en')).toBe('written in full');
    expect(told('written in full', 'es')).toBe('written in full');
  });

  test('is found again by its form, with what stands in it', async () => {
    await loadTold('es');
    expect(told('year 2020 inferred: the latest such date not more than 31 days past the reference date 2021-01-14', 'es'))
      .toBe('año 2020 inferido: la última fecha así que no pasa en más de 31 días de la fecha de referencia 2021-01-14');
    expect(told('latest day that the report itself proves: trailer 10-JAN-2021', 'es')).toBe('último día que el propio informe prueba: pie 10-JAN-2021');
    expect(told('no date: a $& (b) {c}', 'es')).toBe('sin fecha: a $& (b) {c}');
    expect(told('nobody knows these words', 'es')).toBe('nobody knows these words');
  });

  test('keeps every hole in every language, and each form has one translation', () => {
    for (const [english, spanish] of TOLD) expect(holes(spanish), english).toEqual(holes(english));
    expect(new Set(TOLD.map(([english]) => english)).size).toBe(TOLD.length);
  });
});
