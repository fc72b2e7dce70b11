// npm run pictures: makes every picture that the extension and its README show, from this very version.

import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { bundleEditorTests, bundleTests } from '../host/bundleTests.ts';
import { frameInterval } from '../host/driverOperations.ts';
import { runInEditor } from '../host/launch.ts';
import { editorTestsFolder, repositoryRoot, resultsFolder, screenshotsFolder } from '../host/paths.ts';

const assets = path.join(repositoryRoot, 'src/assets');
const pictures = path.join(assets, 'pictures');

/** What is cut out of the window, in pixels. */
const editorPart = { left: 0, top: 36, width: 1000, height: 560 };

mkdirSync(pictures, { recursive: true });
await sharp(path.join(assets, 'icon.svg')).png().toFile(path.join(assets, 'icon.png'));
await sharp(path.join(assets, 'architecture.svg'))
  .png({ palette: true })
  .toFile(path.join(pictures, 'architecture.png'));
await playScenes();
for (const entry of readdirSync(screenshotsFolder, { withFileTypes: true })) {
  if (!entry.name.startsWith('picture-')) continue;
  const source = path.join(screenshotsFolder, entry.name);
  const target = path.join(pictures, entry.name.slice('picture-'.length));
  await (entry.isDirectory() ? cutFilm(source, `${target}.gif`) : cutPicture(source, target));
  console.log(`【图片】${path.relative(repositoryRoot, target)}`);
}

async function playScenes(): Promise<void> {
  await bundleEditorTests();
  await bundleTests([path.join(import.meta.dirname, 'scenes.ts')], editorTestsFolder);
  const exitCode = await runInEditor({
    extensionFolder: repositoryRoot,
    settings: { 'editor.minimap.enabled': false, 'window.zoomLevel': 0.4, 'editor.fontFamily': 'Noto Sans CJK SC' },
    locale: 'zh-cn',
    plan: {
      files: [path.join(editorTestsFolder, 'scenes.cjs')],
      extension: 'jianggao.jianggao',
      results: path.join(resultsFolder, 'pictures.json'),
    },
  });
  if (exitCode !== 0) throw new Error(`没有拍成，退出码 ${exitCode}`);
}

async function cutPicture(source: string, target: string): Promise<void> {
  await sharp(source).extract(editorPart).png({ palette: true, compressionLevel: 9 }).toFile(target);
}

/** Pictures that are the same as the one before are shown longer instead of once more. */
async function cutFilm(folder: string, target: string): Promise<void> {
  const frames: Buffer[] = [];
  const delays: number[] = [];
  for (const name of readdirSync(folder).sort()) {
    const frame = await sharp(path.join(folder, name)).extract(editorPart).png().toBuffer();
    const last = frames.at(-1);
    if (last?.equals(frame)) delays[delays.length - 1]! += frameInterval;
    else {
      frames.push(frame);
      delays.push(frameInterval);
    }
  }
  await sharp(frames, { join: { animated: true } })
    .gif({ delay: delays, loop: 0, effort: 10, colours: 64 })
    .toFile(target);
}
