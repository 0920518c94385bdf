"""`elearn preview FILE`: see and hear a lesson while writing it."""

import tempfile
from pathlib import Path

import click
from werkzeug.serving import make_server

from elearn.cli.settled import refuse, settled
from elearn.settings import Settings
from elearn.web.preview import create_preview


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=8100, help="Port di komputer ini.")
def preview(file: Path, port: int) -> None:
    """Tampilkan FILE seperti dilihat pelajar; berubah sendiri setiap kali disimpan."""
    chosen = settled()
    with tempfile.TemporaryDirectory(prefix="elearn-") as data:
        own = Settings(data=Path(data), lessons=chosen.lessons, audio=Path(data) / "audio")
        try:
            server = make_server("127.0.0.1", port, create_preview(file, own), threaded=True)
        except (OSError, SystemExit):
            refuse(f"Port {port} sudah dipakai. Pilih yang lain: --port 8101.")
            return
        click.echo(f"Buka http://127.0.0.1:{server.server_port}/ (berhenti: Ctrl-C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()
        finally:
            server.server_close()
