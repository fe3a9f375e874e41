//! Running the built program and looking at what it says.

use assert_cmd::Command;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Output;

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The program in the project's root, with nothing in its environment that could
/// change an answer.
pub(crate) fn samenleven(arguments: &[&str]) -> Command {
    let mut command =
        Command::cargo_bin("samenleven").expect("the program was built for the tests");
    command.current_dir(root()).env_clear().args(arguments);
    command
}

/// Runs the program and gives all that it said.
pub(crate) fn run(arguments: &[&str]) -> Output {
    samenleven(arguments)
        .output()
        .expect("the program can be started")
}

/// What it wrote to the output stream.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the answer is UTF-8")
}

/// What it wrote to the error stream.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("what it says is UTF-8")
}

/// The answer as JSON, whatever the exit code.
pub(crate) fn json(arguments: &[&str]) -> Value {
    let mut all = arguments.to_vec();
    all.extend(["--format", "json"]);
    let output = run(&all);
    serde_json::from_str(&stdout(&output))
        .unwrap_or_else(|error| panic!("{all:?} gives JSON ({error}); stderr: {}", stderr(&output)))
}

/// The codes of all findings of a dossier, in order.
pub(crate) fn codes(dossier: &Path) -> Vec<String> {
    let path = dossier.to_str().expect("test paths are UTF-8");
    json(&["check", path])["findings"]
        .as_array()
        .expect("findings are a list")
        .iter()
        .map(|finding| finding["code"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// The names of all subcommands, as the help lists them.
pub(crate) fn subcommands() -> Vec<String> {
    let help = stdout(&run(&["--help", "--lang", "en"]));
    help.lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// The names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<_> = entries
        .map(|it| it.expect("it can be listed").file_name())
        .map(|it| it.into_string().expect("test names are UTF-8"))
        .collect();
    names.sort();
    names
}

/// A dossier in a folder of its own: files by name, with their bytes.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// A new folder with these files.
    pub(crate) fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        for (name, bytes) in files {
            std::fs::write(folder.path().join(name), bytes)
                .expect("a file for the test can be written");
        }
        Self(folder)
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The path of something in it, as an argument.
    pub(crate) fn within(&self, name: &str) -> String {
        let path = self.path().join(name);
        path.to_str().expect("test paths are UTF-8").to_owned()
    }

    /// Its path as an argument.
    pub(crate) fn argument(&self) -> &str {
        self.0.path().to_str().expect("test paths are UTF-8")
    }
}
