alert("héllo");
