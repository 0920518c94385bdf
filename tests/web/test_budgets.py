import re
from tests.web.weighing import whole_weight
from tests.web.practised import took
from tests.web.test_pages import pages
from tests.cast import *
from elearn.teaching import add_learner
from elearn.teaching.assignments import assign
from elearn.web.site import KEY
from uuid import uuid4
def crowd(app,cast):
    site=app.extensions[KEY]
    with site.store.writing() as s:
        for n,p in (("Yohana","🦋"),("Markus","🐘"),("Fitriani","🐝"),("Dani","🐢"),("Eka","🐔"),):
            add_learner(s, site.secrets, cast.class_id, n, p, "anak", "wali", site.now())
def loaded(app,cast):
    site=app.extensions[KEY]
    with site.store.writing() as s:
        assign(s, uuid4(), cast.class_id, None, "usaha-16-hpp-bahan", site.today(), cast.maya.id, site.now(), site.today())
    took(app, cast.rudi)
    took(app, cast.rudi, ("usaha-11-keripik-singkong",), ago=0, handed_in=True)
    own=enrolled(app,cast.device); sign_in(own,cast.rudi); return own
def test_x(app,cast):
    crowd(app,cast)
    own=loaded(app,cast)
    print(own.get("/").text)
    import collections
    rows=collections.defaultdict(list)
    for path,client in [*pages(app,cast),("/",own),("/ranah/numerasi",own),("/tidak-ada",own)]:
        html=client.get(path).text
        place=re.findall(r'href="/bantuan/([a-z]+)"',html)
        w=whole_weight(client,path)
        rows[(place or ["?"])[0]].append((w,path))
    for k,v in rows.items():
        print(k,len(v),"max html",max(w.html for w,_ in v),"whole",max(w.whole for w,_ in v),"req",max(w.requests for w,_ in v),"pics",max((w.pictures,p) for w,p in v),"stm",max((w.statements,p) for w,p in v),"el",max((w.elements,p) for w,p in v),"depth",max(w.depth for w,_ in v))
