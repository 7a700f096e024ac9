import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

export default {
  distDir: 'dist',
  // The figures that all examples share are beside this folder.
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
} satisfies NextConfig;
