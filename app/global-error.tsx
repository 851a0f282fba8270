'use client';

// Stands in for the root layout itself, so it brings its own page and needs neither theme nor styles.
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body
        style={{
          display: 'grid',
          placeItems: 'center',
          minHeight: '100dvh',
          margin: 0,
          fontFamily: 'system-ui, sans-serif',
        }}
      >
        <main style={{ padding: 24, textAlign: 'center' }}>
          <h1 style={{ fontSize: 16 }}>The console could not be shown</h1>
          <p>Nothing was changed by it. The log of the web process has the whole story.</p>
          {error.digest ? <p>Request {error.digest}</p> : null}
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
