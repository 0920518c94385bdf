"""`elearn people`: accounts of tutors, authors, partners and operators."""

from datetime import UTC, datetime
from typing import cast, get_args

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.accounts import passphrases, staff
from elearn.cli.settled import opened, refuse
from elearn.store import tables
from elearn.store.tables import StaffRole
from elearn.teaching import make_class
from elearn.teaching.tutors import give_class, take_class

ROLES = {"tutor": "tutor", "author": "penulis", "partner": "mitra", "admin": "pengelola"}


@click.group()
def people() -> None:
    """Buat dan atur akun tutor, penulis, mitra dan pengelola."""


@people.command()
@click.argument("role", type=click.Choice(get_args(StaffRole)))
@click.argument("login")
@click.option("--name", default="", help="Nama yang tampil di halaman.")
@click.option("--class", "class_name", default="", help="Kelompok tutor; dibuat bila belum ada.")
def add(role: str, login: str, name: str, class_name: str) -> None:
    """Buat akun; kata sandinya tampil sekali ini."""
    passphrase, now = passphrases.new_passphrase(), datetime.now(UTC)
    if class_name and role not in {"tutor", "admin"}:
        refuse("--class hanya untuk tutor.")
    with opened() as store:
        try:
            with store.writing() as session:
                made = staff.make_staff(
                    session, cast(StaffRole, role), login, name, passphrase, now
                )
                if class_name:
                    give_class(session, _class(session, class_name, now).id, made.id, now)
        except (staff.LoginError, passphrases.PassphraseError) as error:
            refuse(f"Akun belum dibuat: {error}.")
            return
    click.echo(f"Akun {ROLES[role]} '{made.login}' sudah dibuat.")
    _tell(passphrase)


@people.command("list")
def everybody() -> None:
    """Tampilkan semua akun."""
    with opened() as store, store.reading() as session:
        for one in staff.everybody(session):
            ended = "  (ditutup)" if one.ended else ""
            click.echo(f"{ROLES[one.role]:10} {one.login:20} {one.name}{ended}")


@people.command()
@click.argument("login")
def reset(login: str) -> None:
    """Beri kata sandi baru; semua sesi akun itu berakhir."""
    passphrase, now = passphrases.new_passphrase(), datetime.now(UTC)
    with opened() as store, store.writing() as session:
        staff.set_passphrase(session, _known(session, login).id, passphrase, now)
    _tell(passphrase)


@people.command()
@click.argument("login")
def end(login: str) -> None:
    """Tutup akun: sesi dan kelompoknya berakhir, catatannya tetap."""
    with opened() as store, store.writing() as session:
        staff.end_account(session, _known(session, login).id, datetime.now(UTC))
    click.echo(f"Akun '{login}' sudah ditutup.")


@people.command("class")
@click.argument("login")
@click.argument("name")
@click.option("--take", is_flag=True, help="Ambil kelompok itu dari tutor.")
def of_class(login: str, name: str, take: bool) -> None:
    """Beri tutor sebuah kelompok (dibuat bila belum ada), atau ambil darinya."""
    now = datetime.now(UTC)
    with opened() as store, store.writing() as session:
        tutor = _known(session, login)
        if tutor.role not in {"tutor", "admin"}:
            refuse(f"'{login}' bukan tutor.")
        if take:
            found = session.scalar(select(tables.Class).where(tables.Class.name == name))
            if found is None:
                refuse(f"Kelompok '{name}' tidak ada.")
            else:
                take_class(session, found.id, tutor.id, now)
        else:
            give_class(session, _class(session, name, now).id, tutor.id, now)
    click.echo(f"Kelompok '{name}' {'diambil dari' if take else 'diberikan kepada'} '{login}'.")


def _class(session: Session, name: str, now: datetime) -> tables.Class:
    found = session.scalar(select(tables.Class).where(tables.Class.name == name.strip()))
    return found or make_class(session, name.strip(), now)


def _known(session: Session, login: str) -> tables.Staff:
    found = staff.by_login(session, login)
    if found is None:
        refuse(f"Akun '{login}' tidak ada. Lihat 'elearn people list'.")
    assert found is not None  # noqa: S101  # refused above
    return found


def _tell(passphrase: str) -> None:
    click.echo(f"Kata sandi (tampil sekali ini saja): {passphrase}")
