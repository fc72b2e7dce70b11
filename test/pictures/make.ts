// npm run pictures: makes every picture that the extension and its README show, from this very version.

import path from 'node:path';
import sharp from 'sharp';
import { repositoryRoot } from '../host/paths.ts';

const assets = path.join(repositoryRoot, 'src/assets');

await sharp(path.join(assets, 'icon.svg')).png().toFile(path.join(assets, 'icon.png'));
