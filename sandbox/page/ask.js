/** Asks the sandbox; rejects with its own words when it says no. */
const answered = async (response) => {
  const body = await response.json();
  if (!response.ok) throw new Error(body?.error ?? String(response.status));
  return body;
};

export const read = async (name, query = {}) =>
  answered(await fetch(`/sandbox/${name}?${new URLSearchParams(query)}`));

export const order = async (name, body) =>
  answered(
    await fetch(`/sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
