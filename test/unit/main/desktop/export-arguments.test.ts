import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../src/main/desktop/arguments.ts';
import { fileFormats } from '../../../../src/shared/exports/format.ts';

const parse = (...argv: string[]) => parseArguments(argv, '1.2.3', '/work/here');

function jobOf(...argv: string[]) {
  const result = parse(...argv);
  if (result.kind !== 'run') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.arguments.job;
}

function refused(...argv: string[]): string {
  const result = parse(...argv);
  if (result.kind !== 'refuse') throw new Error(`not refused: ${JSON.stringify(result)}`);
  return result.message;
}

const whole = ['--export', 'My week', '--format', 'csv', '--out', 'a.csv'];

describe('an export on the command line', () => {
  it('takes its values behind a blank, as people type them', () => {
    expect(jobOf('.', ...whole)).toEqual({
      wanted: 'My week',
      format: 'csv',
      profile: null,
      out: '/work/here/a.csv',
      overwrite: false,
      again: false,
      notExported: false,
      sync: false,
      language: null,
    });
  });

  it('takes them behind =, where a search may begin with a dash', () => {
    const argv = ['--export=-rechnung:Abgerechnet', '--format=xlsx', '--out=/srv/Büro & Co/a.xlsx'];
    expect(
      jobOf(...argv, '--sync', '--again', '--not-exported', '--overwrite', '--lang=de'),
    ).toEqual({
      wanted: '-rechnung:Abgerechnet',
      format: 'xlsx',
      profile: null,
      out: '/srv/Büro & Co/a.xlsx',
      overwrite: true,
      again: true,
      notExported: true,
      sync: true,
      language: 'de',
    });
    expect(jobOf('--export', '-rechnung:x', '--format', 'csv', '--out', 'a')?.wanted).toBe(
      '-rechnung:x',
    );
  });

  it.each(fileFormats)('knows the format %s', (format) => {
    expect(jobOf('--export=x', `--format=${format}`, '--out=a')?.format).toBe(format);
  });

  it('leaves the format to a profile, unless it is named as well', () => {
    const argv = ['--export=x', '--profile', 'DATEV', '--out=a'];
    expect(jobOf(...argv)).toMatchObject({ profile: 'DATEV', format: null });
    expect(jobOf(...argv, '--format=json')).toMatchObject({ profile: 'DATEV', format: 'json' });
  });

  it.each([
    [['--export'], '--export needs a value'],
    [['--export', '--format=csv', '--out=a'], '--export needs a value'],
    [['--export= ', '--format=csv', '--out=a'], '--export needs the name of a view or a search'],
    [[`--export=${'x'.repeat(10_001)}`, '--format=csv', '--out=a'], 'needs the name of a view'],
    [['--export=x', '--out=a'], `--export needs a --format: ${fileFormats.join(', ')}`],
    [['--export=x', '--format=doc', '--out=a'], '--export needs a --format'],
    [['--export=x', '--format=CSV', '--profile=DATEV', '--out=a'], 'needs a --format'],
    [['--export=x', '--format=clipboard', '--out=a'], 'needs a --format'],
    [['--export=x', '--format=csv'], '--export needs a file: --out=FILE'],
    [['--export=x', '--format=csv', '--out=-'], '--out needs a file; standard output is none'],
    [['--format=csv'], '--format goes with --export='],
    [['--out=a'], '--out goes with --export='],
    [['--sync'], '--sync goes with --export='],
    [['--overwrite'], '--overwrite goes with --export='],
    [[...whole, '--sync=yes'], '--sync takes no value'],
    [['--exprot=x', '--format=csv', '--out=a'], '--exprot is not known; --export is'],
    [[...whole, '--overwite'], '--overwite is not known; --overwrite is'],
    [[...whole, '--lang=fr'], '--lang is de or en'],
  ])('refuses %j', (argv, message) => {
    expect(refused(...argv)).toContain(message);
  });

  it('runs as usual without one', () => {
    expect(jobOf('--headless')).toBeNull();
    expect(jobOf('--', ...whole)).toBeNull();
  });
});
