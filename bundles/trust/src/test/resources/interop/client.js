// A TUF client by others: refreshes from a repository folder, then looks targets up and downloads them.
// node client.js REPOSITORY STATE TARGET...   prints one line of JSON: for each target its custom and its content, or null
const fs = require('fs');
const path = require('path');
const { Updater, BaseFetcher } = require('tuf-js');
const { DownloadHTTPError } = require('tuf-js/dist/error');

const [repository, state, ...targets] = process.argv.slice(2);

class FolderFetcher extends BaseFetcher {
  async fetch(url) {
    const file = path.join(repository, decodeURIComponent(new URL(url).pathname));
    if (!fs.existsSync(file)) throw new DownloadHTTPError('no such file', 404);
    return fs.createReadStream(file);
  }
}

async function main() {
  fs.mkdirSync(path.join(state, 'targets'), { recursive: true });
  if (!fs.existsSync(path.join(state, 'root.json'))) {
    fs.copyFileSync(path.join(repository, 'metadata', '1.root.json'), path.join(state, 'root.json'));
  }
  const updater = new Updater({
    metadataDir: state,
    metadataBaseUrl: 'http://folder/metadata',
    targetDir: path.join(state, 'targets'),
    targetBaseUrl: 'http://folder/targets',
    fetcher: new FolderFetcher(),
  });
  await updater.refresh();
  const found = {};
  for (const target of targets) {
    const info = await updater.getTargetInfo(target);
    found[target] = info
      ? { custom: info.custom, content: fs.readFileSync(await updater.downloadTarget(info), 'utf8') }
      : null;
  }
  console.log(JSON.stringify(found));
}

main().catch((error) => {
  console.log(`${error.name}: ${error.message}`);
  process.exit(1);
});
