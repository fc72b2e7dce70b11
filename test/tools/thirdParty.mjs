// What the bundles hold of others, with the licences they come under, for dist/THIRD-PARTY-NOTICES.txt.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that may be handed on with their text and nothing more. */
const acceptedLicences = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'];
const licenceFile = /^(?:licen[cs]e|copying|notice|third.party.licen[cs]e)/i;
/** For packages that name the licence and leave out its text. */
const iscTerms = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
const separator = `\n\n${'='.repeat(78)}\n\n`;

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles of all bundles that are shipped
 * @param {readonly string[]} copied folders of packages from which files are copied as they are, e.g. `node_modules/nodejieba`
 * @returns {string} text of the notices
 * @throws where a package comes under a licence that has not been agreed to, or has none
 */
export function thirdPartyNotices(metafiles, copied) {
  const folders = new Set(copied);
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const folder = /node_modules\/.*/.exec(input)?.[0].match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];
      if (folder !== undefined) folders.add(folder);
    }
  }
  const notices = [...folders].sort().map(noticeOf);
  return `讲稿助手（Jianggao）含有下列作品，各依其许可证使用。\nJianggao contains the works below, each under its own licence.${separator}${notices.join(separator)}\n`;
}

function noticeOf(folder) {
  const manifest = join(folder, 'package.json');
  const { name, version, license, author } = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, 'utf8'))
    : unpackaged(folder);
  if (!isAccepted(license)) throw new Error(`${folder}：没有同意过的许可证 ${license}`);
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    file => file.isFile() && licenceFile.test(file.name),
  );
  const texts = files.map(file => readFileSync(join(folder, file.name), 'utf8').trim());
  if (texts.length === 0 && license !== 'ISC') throw new Error(`${folder}：没有许可证文件`);
  if (texts.length === 0) texts.push(`Copyright (c) ${author?.name ?? author} and contributors\n\n${iscTerms}`);
  return [`${name} ${version}`.trim(), `License: ${license}`, ...texts].join('\n\n');
}

/** `MIT AND Apache-2.0`: every licence named must do. */
function isAccepted(expression = '') {
  return expression
    .split(/[()\s]+|\bAND\b|\bOR\b/)
    .filter(Boolean)
    .every(licence => acceptedLicences.includes(licence));
}

/** jieba's dictionary comes inside nodejieba, under a licence file of its own. */
function unpackaged(folder) {
  return { name: folder.split('/').at(-1), version: '', license: 'MIT' };
}
