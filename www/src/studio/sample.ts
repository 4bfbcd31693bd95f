// The sample report: fetched once, so that it opens again without a network.

export const SAMPLE_NAME = 'sample-report.txt';

let fetched: File | null = null;

/** The sample as a file; its address where it cannot be fetched, so that the viewer says what is wrong. */
export async function sampleSource(): Promise<File | URL> {
  const address = new URL(SAMPLE_NAME, document.baseURI);
  try {
    fetched ??= await fetchFile(address);
    return fetched ?? address;
  } catch {
    return address;
  }
}

async function fetchFile(address: URL): Promise<File | null> {
  const response = await fetch(address);
  return response.ok ? new File([await response.blob()], SAMPLE_NAME) : null;
}
