'use strict';
// Loaded into main with `-r` before the app: its clock starts at TAGWERK_TEST_NOW (UTC ms) and runs on.
const start = Number(process.env.TAGWERK_TEST_NOW);
if (!Number.isFinite(start)) throw new Error('TAGWERK_TEST_NOW must be UTC milliseconds');
const real = Date.now;
const offset = start - real();
Date.now = () => real() + offset;
