/**
 * pdf.js and its worker, in a bundle of their own (`dist/pdfjs.cjs`): they are two megabytes, which V8 would look through
 * at every start of an indexing child and of the command line.
 */
export * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
// @ts-expect-error: this module has no types
export * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
