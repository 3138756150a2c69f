"""Editors write and approve what another wrote; publishers publish by themselves. Pictures move to our own model."""

from django.db import migrations

PUBLISHERS_RIGHTS = ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"]
EDITORS_LOSE = ["publish_page", "bulk_delete_page", "lock_page", "unlock_page"]
MENU_RIGHTS = ["add_menu", "change_menu", "delete_menu", "view_menu"]
COMMON = [
    "id", "title", "file", "description", "width", "height", "created_at", "focal_point_x", "focal_point_y",
    "focal_point_width", "focal_point_height", "file_size", "file_hash", "collection_id", "uploaded_by_user_id",
]


def content_type(apps, app_label, model):
    return apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app_label, model=model)[0]


def right(apps, app_label, model, codename):
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type(apps, app_label, model),
        codename=codename,
        defaults={"name": codename.replace("_", " ")},
    )[0]


def share_the_rights(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Page = apps.get_model("wagtailcore", "Page")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    editors = Group.objects.get(name="Editors")
    publishers, _ = Group.objects.get_or_create(name="Publishers")
    root = Page.objects.filter(depth=1).order_by("path").first()
    GroupPagePermission.objects.filter(group=editors, permission__codename__in=EDITORS_LOSE).delete()
    for codename in PUBLISHERS_RIGHTS:
        GroupPagePermission.objects.get_or_create(
            group=publishers, page=root, permission=right(apps, "wagtailcore", "page", codename)
        )
    for codename in MENU_RIGHTS:
        publishers.permissions.add(right(apps, "cms", "menu", codename))
    # Whoever could publish until today still can.
    for person in editors.user_set.all():
        person.groups.add(publishers)


def make_the_workflow(apps, schema_editor):
    Workflow = apps.get_model("wagtailcore", "Workflow")
    Task = apps.get_model("wagtailcore", "Task")
    Page = apps.get_model("wagtailcore", "Page")
    SecondEditorTask = apps.get_model("cms", "SecondEditorTask")
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()
    Workflow.objects.update(active=False)
    Task.objects.update(active=False)
    task = SecondEditorTask.objects.create(
        name="Druga osoba z redakcji", active=True, content_type=content_type(apps, "cms", "secondeditortask")
    )
    Group = apps.get_model("auth", "Group")
    task.groups.set(Group.objects.filter(name__in=["Editors", "Publishers"]))
    workflow = Workflow.objects.create(name="Druga osoba z redakcji", active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    root = Page.objects.filter(depth=1).order_by("path").first()
    apps.get_model("wagtailcore", "WorkflowPage").objects.create(workflow=workflow, page=root)


def move_pictures(apps, schema_editor):
    """With the same numbers, so that pages go on showing them. Author and rights stay to be filled in."""
    Image = apps.get_model("wagtailimages", "Image")
    Picture = apps.get_model("cms", "Picture")
    Picture.objects.bulk_create(
        Picture(**{name: getattr(image, name) for name in COMMON}) for image in Image.objects.order_by("pk")
    )
    if not Picture.objects.exists():
        return
    before, after = content_type(apps, "wagtailimages", "image"), content_type(apps, "cms", "picture")
    apps.get_model("taggit", "TaggedItem").objects.filter(content_type=before).update(content_type=after)
    references = apps.get_model("wagtailcore", "ReferenceIndex").objects
    references.filter(to_content_type=before).update(to_content_type=after)
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence('cms_picture', 'id'), (SELECT max(id) FROM cms_picture))"
            )


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0003_pages_editors_make"),
        ("people", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunPython(share_the_rights, migrations.RunPython.noop),
        migrations.RunPython(make_the_workflow, migrations.RunPython.noop),
        migrations.RunPython(move_pictures, migrations.RunPython.noop),
    ]
