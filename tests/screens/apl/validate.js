// Reads documents by name as JSON, and writes what Amazon's validator says to each.
const { StaticAplTemplateValidator } = require("apl-suggester");

const documents = JSON.parse(require("fs").readFileSync(0, "utf8"));
(async () => {
  const said = {};
  for (const [name, document] of Object.entries(documents)) {
    said[name] = await new StaticAplTemplateValidator().validate(document);
  }
  console.log(JSON.stringify(said));
})();
