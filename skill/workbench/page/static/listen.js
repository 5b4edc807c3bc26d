// The browser's own speech recognition, where there is one. It may send the voice to the browser's maker: a person is
// told so beside the button, and it starts only when the button is pressed.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

export const canListen = Boolean(Recognition);

// Listen once. Returns what was said, or "" when nothing was; throws with words for a person when it is refused.
export function listen(locale) {
  return new Promise((done, fail) => {
    const recognition = new Recognition();
    recognition.lang = locale;
    recognition.onresult = (event) => done(event.results[0][0].transcript);
    recognition.onerror = ({ error }) =>
      error === "no-speech" ? done("") : fail(new Error(`The browser did not listen (${error}).`));
    recognition.onend = () => done("");
    recognition.start();
  });
}
