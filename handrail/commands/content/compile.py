"""Makes the quick form of content/: `handrail content compile`."""

from handrail.commands._shared import Words
from handrail.commands.content._folder import add_folder, folder_asked
from handrail.engine.compiled import compiled_path
from handrail.engine.loader import load_map
from handrail.engine.words.store import open_words


def run(args: list[str]) -> int:
    """Compile, and say what was written.

    Raises:
        BadContent: the folder holds what cannot be compiled.
    """
    parser = Words("handrail content compile", "Make the quick form of content/.")
    add_folder(parser)
    folder = folder_asked(parser.parse_args(args))
    load_map(folder=folder)
    words = open_words(folder)
    for name in ("rules", "words"):
        path = compiled_path(name, folder)
        print(f"{path}: {path.stat().st_size:,} bytes" if path.is_file() else f"{path}: cannot be written here")
    print(f"{len(words.items)} items")
    return 0
