// Asks this page's own address; a refusal becomes an Error with the server's words.

async function answer(response) {
  const found = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(found.error ?? `The server answered ${response.status}.`);
  return found;
}

export const get = async (path) => answer(await fetch(path));

export const post = async (path, given) =>
  answer(
    await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) }),
  );
