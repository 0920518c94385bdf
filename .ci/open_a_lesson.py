"""Run in an empty environment that holds nothing but the wheel: open a lesson and hear it."""

import re
from datetime import UTC, datetime

from elearn import settings
from elearn.web import create_app
from elearn.web.site import KEY

chosen = settings.from_environ({"ELEARN_DEMO": "1", **__import__("os").environ})
app = create_app(chosen)
site = app.extensions[KEY]
site.store.migrate()

from elearn.teaching import demo  # noqa: E402  # after the database is there

with site.store.writing() as session:
    demo.prepare(session, site.secrets, chosen.data, datetime.now(UTC))

client = app.test_client()
same = {"Sec-Fetch-Site": "same-origin"}
assert client.get("/").status_code == 200
assert client.post("/contoh/pelajar", headers=same).status_code == 303
home = client.get("/").get_data(as_text=True)
lesson = re.search(r'href="(/b/[^"]+)"', home)
assert lesson, home
page = client.get(lesson[1])
assert page.status_code == 200, page.status
sound = re.search(r'href="(/suara/[^"]+\.mp3)"', page.get_data(as_text=True))
assert sound, "the lesson has no sound"
clip = client.get(sound[1], headers={"Range": "bytes=0-99"})
assert clip.status_code == 206, clip.status
print(f"the wheel opens {lesson[1].split('/')[3]} and speaks")
